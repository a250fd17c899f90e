// Package tower watches ships.
package tower

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/hashicorp/go-memdb"
)

const patience = 40 * time.Second

// Ship is one that can be seen.
type Ship struct {
	ID    string
	Seen  int
	Notes [8]string
}

// Tower has what was seen last.
type Tower struct{ db *memdb.MemDB }

// Build sees so many ships.
func Build(ships int) (*Tower, error) {
	db, err := memdb.NewMemDB(&memdb.DBSchema{Tables: map[string]*memdb.TableSchema{"ships": {Name: "ships", Indexes: map[string]*memdb.IndexSchema{
		"id": {Name: "id", Unique: true, Indexer: &memdb.StringFieldIndex{Field: "ID"}},
	}}}})
	if err != nil {
		return nil, err
	}
	t := &Tower{db: db}
	for i := 0; i < ships; i++ {
		if err := t.Change(i); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func id(n int) string { return fmt.Sprintf("ship-%04d", n) }

// Change notes that a ship is seen anew.
func (t *Tower) Change(n int) error {
	txn := t.db.Txn(true)
	defer txn.Abort()
	ship := &Ship{ID: id(n), Seen: 1}
	if old, err := txn.First("ships", "id", ship.ID); err == nil && old != nil {
		ship.Seen = old.(*Ship).Seen + 1
	}
	if err := txn.Insert("ships", ship); err != nil {
		return err
	}
	txn.Commit()
	return nil
}

// ServeHTTP answers when one of four ships was seen anew, or after a while.
func (t *Tower) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), patience)
	defer cancel()
	var first int
	if _, err := fmt.Sscanf(r.URL.Path, "/ships/%d", &first); err != nil {
		http.NotFound(w, r)
		return
	}
	txn := t.db.Txn(false)
	set := memdb.NewWatchSet()
	for i := 0; i < 4; i++ {
		watch, _, err := txn.FirstWatch("ships", "id", id(first+i))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		set.Add(watch)
	}
	if err := set.WatchCtx(ctx); errors.Is(err, context.DeadlineExceeded) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = fmt.Fprintln(w, "seen")
}
