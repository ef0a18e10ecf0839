"""All templates, by the name that the command line gives them, in the order in which they are offered."""

from reader.export.templates import bulletin, compare, fulltext, notes, speech, study

TEMPLATES = {
    template.name: template
    for template in (
        *(study.TEMPLATE, bulletin.TEMPLATE, notes.TEMPLATE),
        *(compare.TEMPLATE, speech.TEMPLATE, fulltext.TEMPLATE),
    )
}
