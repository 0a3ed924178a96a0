# SPDX-License-Identifier: MIT
"""The few words of a citation that neither the document nor the style has."""

from __future__ import annotations

_KINDS: dict[str, dict[str, str]] = {
    "en": {},
    "de": {
        "letter": "Brief",
        "cable": "Telegramm",
        "telegram": "Telegramm",
        "memorandum": "Memorandum",
        "note-verbale": "Verbalnote",
        "report": "Bericht",
        "minutes": "Protokoll",
        "conversation": "Gesprächsaufzeichnung",
        "postcard": "Postkarte",
        "order": "Befehl",
        "decree": "Erlass",
        "agreement": "Vertrag",
        "circular": "Rundschreiben",
        "petition": "Eingabe",
        "certificate": "Urkunde",
        "speech": "Rede",
        "diary": "Tagebuch",
    },
    "fr": {
        "letter": "lettre",
        "cable": "télégramme",
        "telegram": "télégramme",
        "memorandum": "mémorandum",
        "note-verbale": "note verbale",
        "report": "rapport",
        "minutes": "procès-verbal",
        "conversation": "compte rendu d’entretien",
        "postcard": "carte postale",
        "order": "ordre",
        "decree": "décret",
        "agreement": "accord",
        "circular": "circulaire",
        "petition": "pétition",
        "certificate": "certificat",
        "speech": "discours",
        "diary": "journal",
    },
    "ru": {
        "letter": "письмо",
        "cable": "телеграмма",
        "telegram": "телеграмма",
        "memorandum": "меморандум",
        "note-verbale": "вербальная нота",
        "report": "доклад",
        "minutes": "протокол",
        "conversation": "запись беседы",
        "postcard": "открытка",
        "order": "приказ",
        "decree": "постановление",
        "agreement": "соглашение",
        "circular": "циркуляр",
        "petition": "прошение",
        "certificate": "свидетельство",
        "speech": "речь",
        "diary": "дневник",
    },
    "ko": {
        "letter": "편지",
        "cable": "전문",
        "telegram": "전보",
        "memorandum": "비망록",
        "note-verbale": "구상서",
        "report": "보고서",
        "minutes": "회의록",
        "conversation": "대화록",
        "postcard": "엽서",
        "order": "명령",
        "decree": "결정",
        "agreement": "협정",
        "circular": "회람",
        "petition": "청원",
        "certificate": "증명서",
        "speech": "연설",
        "diary": "일기",
    },
}
"""Kinds of documents by language; in English, the value's own words."""

_TRANSLATION = {
    "en": "translation",
    "de": "Übersetzung",
    "fr": "traduction",
    "ru": "перевод",
    "ko": "번역",
}


def kind_words(kind: str, language: str) -> str:
    """What a kind of document is called: ``note-verbale`` is “note verbale”, “Verbalnote”."""
    return _KINDS.get(_primary(language), {}).get(kind, kind.replace("-", " "))


def translation_words(language: str) -> str:
    """The word for a translation."""
    return _TRANSLATION.get(_primary(language), _TRANSLATION["en"])


def _primary(language: str) -> str:
    return language.partition("-")[0].casefold()
