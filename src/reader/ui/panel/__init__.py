"""The side panel of the reader: annotations, outline and facts of the article that is open."""
