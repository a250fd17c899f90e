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
}
