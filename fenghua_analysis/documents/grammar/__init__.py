"""The language of official documents, layer upon layer.

`lexicon` and `measures` hold the words; `tokens` finds numbers and the digits that are
none; `leading` and `quantities` make a number a value with unit and bound; `clauses`
cuts the line; `runs`, `naming` and `statements` say what each value is the value of.
`promises`, `dating` and `places` read what is said without a number. No layer knows a
document: each takes a line of text and counts its characters.
"""
