"""All templates, by the name that the command line gives them, in the order in which they are offered."""

from reader.export.templates import compare, fulltext, study

TEMPLATES = {template.name: template for template in (study.TEMPLATE, compare.TEMPLATE, fulltext.TEMPLATE)}
