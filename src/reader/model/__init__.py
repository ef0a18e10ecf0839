"""The words everybody speaks: dataclasses and enums without behaviour that would need another room."""
