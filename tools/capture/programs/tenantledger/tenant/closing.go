// Package tenant closes one tenant's books.
package tenant

import (
	"context"
	"database/sql"
	"log"
)

// Closing knows where the tenants' tables are.
type Closing struct{ server string }

// NewClosing uses the server at this address.
func NewClosing(server string) *Closing { return &Closing{server: server} }

func open(server string) (*sql.DB, error) {
	db, err := sql.Open("wiredb", server)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(2)
	return db, nil
}

// Run closes the books of tenant n.
func (c *Closing) Run(ctx context.Context, n int) {
	db, err := open(c.server)
	if err != nil {
		log.Print(err)
		return
	}
	if _, err := db.ExecContext(ctx, "UPDATE books SET closed = 1 WHERE tenant = ?", n); err != nil {
		log.Print(err)
	}
	if err := balance(ctx, db, n); err != nil {
		log.Print(err)
	}
}

func balance(ctx context.Context, db *sql.DB, n int) error {
	rows, err := db.QueryContext(ctx, "SELECT id, name FROM bookings WHERE tenant = ? LIMIT 500", n)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
	}
	return rows.Err()
}
