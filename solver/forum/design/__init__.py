"""The positions a unit needs, from its demand: who should be advertised for, now and as people leave."""
