"""What bibliographic databases say of a work: Crossref, PubMed, PubMed Central, openFDA."""
