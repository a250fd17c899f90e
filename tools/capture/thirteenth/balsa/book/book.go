// Package book is where guests are written down.
package book

import (
	"fmt"
	"log"
	"time"

	"github.com/tidwall/buntdb"

	"go.arbor.example/shed/keep"
)

// Book keeps each for a while.
type Book struct {
	db   *buntdb.DB
	stay time.Duration
	met  int
}

// Open opens an empty one.
func Open(stay time.Duration) (*Book, error) {
	db, err := buntdb.Open(":memory:")
	if err != nil {
		return nil, err
	}
	return &Book{db: db, stay: stay}, db.CreateIndex("name", "guest:*:name", buntdb.IndexString)
}

// Arrive is guest n, with a name and a letter.
func (b *Book) Arrive(n int) {
	err := b.db.Update(func(tx *buntdb.Tx) error {
		options := &buntdb.SetOptions{Expires: true, TTL: b.stay}
		if _, _, err := tx.Set(fmt.Sprintf("guest:%d:name", n), fmt.Sprintf("name %d", n*7919%100003), options); err != nil {
			return err
		}
		_, _, err := tx.Set(fmt.Sprintf("guest:%d:letter", n), keep.Text(900, n), options)
		return err
	})
	if err != nil {
		log.Print(err)
	}
}

// Ask looks for some by name.
func (b *Book) Ask(n int) {
	err := b.db.View(func(tx *buntdb.Tx) error {
		seen := 0
		return tx.AscendGreaterOrEqual("name", fmt.Sprintf("name %d", n%97), func(_, _ string) bool {
			seen++
			b.met++
			return seen < 20
		})
	})
	if err != nil {
		log.Print(err)
	}
}
