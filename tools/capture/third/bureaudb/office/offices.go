// Package office asks the databases of offices.
package office

import (
	"context"
	"database/sql"
	"sync/atomic"
	"time"
)

// Offices have a database each.
type Offices struct {
	handles []*sql.DB
	files   int64
}

func open(address string) (*sql.DB, error) {
	db, err := sql.Open("wiredb", address)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2)
	db.SetMaxIdleConns(1)
	db.SetConnMaxIdleTime(40 * time.Second)
	return db, nil
}

// Open opens n of them.
func Open(address string, n int) (*Offices, error) {
	o := &Offices{}
	for i := 0; i < n; i++ {
		db, err := open(address)
		if err != nil {
			return nil, err
		}
		o.handles = append(o.handles, db)
	}
	return o, nil
}

// Visit asks one office something.
func (o *Offices) Visit(ctx context.Context, n int) error {
	_, err := o.handles[n%len(o.handles)].ExecContext(ctx, "UPDATE visit SET last = ?", n)
	return err
}

// Count counts the files of the archive, which is not one of the offices.
func (o *Offices) Count(ctx context.Context, address string) error {
	db, err := open(address)
	if err != nil {
		return err
	}
	rows, err := db.QueryContext(ctx, "SELECT id, name FROM file LIMIT 30")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		atomic.AddInt64(&o.files, 1)
	}
	return rows.Err()
}
