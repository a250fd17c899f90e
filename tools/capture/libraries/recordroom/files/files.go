// Package files keeps records in a bolt file.
package files

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"time"

	"go.etcd.io/bbolt"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var errSealed = errors.New("sealed")

// Room has the records.
type Room struct{ db *bbolt.DB }

// Start opens the room.
func Start(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "records")
	if err != nil {
		return err
	}
	db, err := bbolt.Open(dir+"/records.db", 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		return err
	}
	r := &Room{db: db}
	residents.Settle(ctx, 60)
	if err := r.File(0); err != nil {
		return err
	}
	cadence.Spread(ctx, 4, func(n int) { _ = r.File(n) })
	cadence.Spread(ctx, 3, func(n int) { _ = r.Read(n) })
	cadence.Loop(ctx, time.Second, func(n int) { _ = db.Stats() })
	return nil
}

// File writes one record.
func (r *Room) File(n int) error {
	return r.db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucketIfNotExists([]byte("records"))
		if err != nil {
			return err
		}
		return b.Put(key(n), make([]byte, 4000))
	})
}

// Read reads one record.
func (r *Room) Read(n int) error {
	tx, err := r.db.Begin(false)
	if err != nil {
		return err
	}
	if n%9 == 5 {
		return errSealed
	}
	_ = tx.Bucket([]byte("records")).Get(key(n))
	return tx.Rollback()
}

func key(n int) []byte { return binary.BigEndian.AppendUint32(nil, uint32(n)) }
