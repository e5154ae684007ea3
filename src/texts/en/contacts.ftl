# Contacts beside an instance.

contacts-twice = an id that { $place } has already
contacts-once = each id once in its list
contacts-keep-one = remove one of the two, or give it the id that is meant
contacts-unknown-student = the instance has no student with this id; the contact is not used. Import again where the lists have changed, or correct the id.
contacts-unknown-school = the instance has no school with this id; the contact is not used. Import again where the lists have changed, or correct the id.
contacts-unknown-cluster = the instance has no existing cluster with this id; the contact is not used. Import again where the lists have changed, or correct the id.
contacts-unknown-board = the instance has no board with this id; the contact is not used. Import again where the lists have changed, or correct the id.
