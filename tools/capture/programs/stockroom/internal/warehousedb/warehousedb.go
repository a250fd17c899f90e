// Package warehousedb is a driver for the warehouse's own database.
package warehousedb

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"time"
)

// Connector opens connections.
type Connector struct{}

// Connect opens one.
func (Connector) Connect(context.Context) (driver.Conn, error) { return &conn{}, nil }

// Driver is not used by OpenDB's callers.
func (Connector) Driver() driver.Driver { return nil }

type conn struct{}

func (*conn) Prepare(string) (driver.Stmt, error) { return &stmt{}, nil }
func (*conn) Close() error                        { return nil }
func (*conn) Begin() (driver.Tx, error)           { return nil, errors.New("warehousedb: read only") }

type stmt struct{}

func (*stmt) Close() error  { return nil }
func (*stmt) NumInput() int { return 1 }
func (*stmt) Exec([]driver.Value) (driver.Result, error) {
	return nil, errors.New("warehousedb: read only")
}

func (*stmt) Query(args []driver.Value) (driver.Rows, error) {
	time.Sleep(20 * time.Millisecond)
	return &rows{left: 3}, nil
}

type rows struct{ left int64 }

func (*rows) Columns() []string { return []string{"pieces"} }
func (*rows) Close() error      { return nil }

func (r *rows) Next(dest []driver.Value) error {
	if r.left == 0 {
		return io.EOF
	}
	time.Sleep(5 * time.Millisecond)
	dest[0] = r.left
	r.left--
	return nil
}
