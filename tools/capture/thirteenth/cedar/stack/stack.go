// Package stack keeps readings on disk.
package stack

import (
	"encoding/binary"
	"errors"
	"log"

	"github.com/dgraph-io/badger"

	"go.arbor.example/shed/keep"
)

// Stack has a store and what was found in it.
type Stack struct {
	db   *badger.DB
	text []byte
	hits int
}

// Open opens the store in a folder.
func Open(folder string) (*Stack, error) {
	options := badger.DefaultOptions(folder).WithLogger(nil).WithMaxTableSize(4 << 20).WithNumMemtables(3).
		WithValueLogFileSize(16 << 20).WithBlockCacheSize(8 << 20).WithNumLevelZeroTables(2).WithSyncWrites(false)
	db, err := badger.Open(options)
	return &Stack{db: db, text: []byte(keep.Text(700, 5))}, err
}

func key(n int) []byte { return binary.BigEndian.AppendUint32([]byte("r"), uint32(n)) }

// Put keeps readings n, several at once.
func (s *Stack) Put(n int) {
	batch := s.db.NewWriteBatch()
	defer batch.Cancel()
	for i := 0; i < 6; i++ {
		if err := batch.Set(key((n*6+i)*31%40000), append([]byte(nil), s.text[:300+n%400]...)); err != nil {
			log.Print(err)
			return
		}
	}
	if err := batch.Flush(); err != nil {
		log.Print(err)
	}
}

// Get looks for a few.
func (s *Stack) Get(n int) {
	err := s.db.View(func(tx *badger.Txn) error {
		for i := 0; i < 10; i++ {
			item, err := tx.Get(key((n*10 + i) * 17 % 40000))
			if errors.Is(err, badger.ErrKeyNotFound) {
				continue
			}
			if err != nil {
				return err
			}
			if _, err := item.ValueCopy(nil); err != nil {
				return err
			}
			s.hits++
		}
		return nil
	})
	if err != nil {
		log.Print(err)
	}
}

// Clean gives back what is not needed on disk.
func (s *Stack) Clean() { _ = s.db.RunValueLogGC(0.5) }
