"""Say what an unknown word was probably meant as: a field by another name, in English or in German."""
