// Package state is what is known of the fleet.
package state

import (
	"fmt"

	"github.com/hashicorp/go-memdb"
)

// Car is one of the fleet.
type Car struct {
	ID    string
	Depot string
	Seen  int
}

// Limit is what may be on the road at once.
type Limit struct {
	Name string
	Cars int
}

// Store has cars and limits.
type Store struct{ db *memdb.MemDB }

func index(field string) map[string]*memdb.IndexSchema {
	return map[string]*memdb.IndexSchema{"id": {Name: "id", Unique: true, Indexer: &memdb.StringFieldIndex{Field: field}}}
}

// Open makes a store with so many cars.
func Open(cars int) (*Store, error) {
	db, err := memdb.NewMemDB(&memdb.DBSchema{Tables: map[string]*memdb.TableSchema{
		"cars":   {Name: "cars", Indexes: index("ID")},
		"limits": {Name: "limits", Indexes: index("Name")},
	}})
	if err != nil {
		return nil, err
	}
	s := &Store{db: db}
	txn := db.Txn(true)
	defer txn.Abort()
	if err := txn.Insert("limits", &Limit{Name: "road", Cars: cars / 2}); err != nil {
		return nil, err
	}
	txn.Commit()
	for i := 0; i < cars; i++ {
		if err := s.Touch(i); err != nil {
			return nil, err
		}
	}
	return s, nil
}

// Touch notes that a car was seen.
func (s *Store) Touch(n int) error {
	txn := s.db.Txn(true)
	defer txn.Abort()
	id := fmt.Sprintf("car-%04d", n)
	car := &Car{ID: id, Depot: fmt.Sprint("depot ", n%7), Seen: 1}
	if old, err := txn.First("cars", "id", id); err == nil && old != nil {
		car.Seen = old.(*Car).Seen + 1
	}
	if err := txn.Insert("cars", car); err != nil {
		return err
	}
	txn.Commit()
	return nil
}

// Limit is what holds now, and a watch for when it changes.
func (s *Store) Limit() (int, memdb.WatchSet, error) {
	txn := s.db.Txn(false)
	watch, found, err := txn.FirstWatch("limits", "id", "road")
	if err != nil || found == nil {
		return 0, nil, err
	}
	set := memdb.NewWatchSet()
	set.Add(watch)
	return found.(*Limit).Cars, set, nil
}
