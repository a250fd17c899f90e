// Package blocks keeps blocks in three embedded stores.
package blocks

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/dgraph-io/badger"
	"github.com/syndtr/goleveldb/leveldb"
	"github.com/syndtr/goleveldb/leveldb/opt"
	"go.etcd.io/bbolt"

	"hub.tessera.example/base/cadence"
)

// Start opens the stores, four of each.
func Start(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "blocks")
	if err != nil {
		return err
	}
	for i := 0; i < 4; i++ {
		base := fmt.Sprint(dir, "/", i)
		level, err := leveldb.OpenFile(base+"l", &opt.Options{WriteBuffer: 1 << 20})
		if err != nil {
			return err
		}
		bolt, err := bbolt.Open(base+"b", 0o600, &bbolt.Options{NoSync: true})
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 15*time.Millisecond, func(n int) {
			k := []byte(fmt.Sprint(n % 5000))
			_ = level.Put(k, make([]byte, 200), nil)
			_ = bolt.Update(func(tx *bbolt.Tx) error {
				b, err := tx.CreateBucketIfNotExists([]byte("b"))
				if err != nil {
					return err
				}
				return b.Put(k[:1], k)
			})
		})
	}
	for i := 0; i < 2; i++ {
		db, err := badger.Open(badger.DefaultOptions(fmt.Sprint(dir, "/g", i)).WithLogger(nil).WithMaxTableSize(1 << 20).WithValueLogFileSize(1 << 22).WithNumMemtables(2))
		if err != nil {
			return err
		}
		cadence.Loop(ctx, 20*time.Millisecond, func(n int) {
			_ = db.Update(func(tx *badger.Txn) error { return tx.Set([]byte(fmt.Sprint(n%3000)), make([]byte, 100)) })
		})
	}
	return nil
}
