// Package wiredb is a database/sql driver, and the server it talks to, with one TCP connection for each
// driver.Conn and rows that arrive one by one: as real drivers behave where pools and open rows are concerned.
package wiredb

import (
	"bufio"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"
)

func init() { sql.Register("wiredb", wireDriver{}) }

type wireDriver struct{}

// Open dials the server at the address that is the data source name.
func (wireDriver) Open(name string) (driver.Conn, error) {
	nc, err := net.DialTimeout("tcp", name, 5*time.Second)
	if err != nil {
		return nil, err
	}
	return &conn{nc: nc, r: bufio.NewReaderSize(nc, 4096), buf: make([]byte, 0, 4096)}, nil
}

type conn struct {
	nc  net.Conn
	r   *bufio.Reader
	buf []byte
}

func (c *conn) send(ctx context.Context, command string) error {
	deadline, _ := ctx.Deadline()
	if err := c.nc.SetDeadline(deadline); err != nil {
		return err
	}
	c.buf = append(append(c.buf[:0], strings.ReplaceAll(command, "\n", " ")...), '\n')
	if _, err := c.nc.Write(c.buf); err != nil {
		return driver.ErrBadConn
	}
	return nil
}

func (c *conn) readLine() (string, error) {
	line, err := c.r.ReadString('\n')
	return strings.TrimSuffix(line, "\n"), err
}

func (c *conn) roundTrip(ctx context.Context, command string) error {
	if err := c.send(ctx, command); err != nil {
		return err
	}
	answer, err := c.readLine()
	if err != nil {
		return err
	}
	if answer != "OK" {
		return errors.New("wiredb: " + answer)
	}
	return nil
}

// Prepare prepares a statement on the server.
func (c *conn) Prepare(query string) (driver.Stmt, error) {
	return c.PrepareContext(context.Background(), query)
}

// PrepareContext prepares a statement on the server.
func (c *conn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	if err := c.roundTrip(ctx, "PREPARE "+query); err != nil {
		return nil, err
	}
	return &stmt{c: c, query: query, columns: make([]string, 2, 16)}, nil
}

// Close closes the connection.
func (c *conn) Close() error { return c.nc.Close() }

// Begin starts a transaction.
func (c *conn) Begin() (driver.Tx, error) { return c.BeginTx(context.Background(), driver.TxOptions{}) }

// BeginTx starts a transaction.
func (c *conn) BeginTx(ctx context.Context, _ driver.TxOptions) (driver.Tx, error) {
	return tx{c}, c.roundTrip(ctx, "BEGIN")
}

// QueryContext runs a query whose rows are read from the connection as they are asked for.
func (c *conn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.send(ctx, "QUERY "+bind(query, args)); err != nil {
		return nil, err
	}
	answer, err := c.readLine()
	if err != nil {
		return nil, err
	}
	if answer != "ROWS" {
		return nil, errors.New("wiredb: " + answer)
	}
	return &rows{c: c}, nil
}

// ExecContext runs a statement without rows.
func (c *conn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	return driver.RowsAffected(1), c.roundTrip(ctx, "EXEC "+bind(query, args))
}

func bind(query string, args []driver.NamedValue) string {
	for _, a := range args {
		query = strings.Replace(query, "?", fmt.Sprint(a.Value), 1)
	}
	return query
}

type tx struct{ c *conn }

func (t tx) Commit() error   { return t.c.roundTrip(context.Background(), "COMMIT") }
func (t tx) Rollback() error { return t.c.roundTrip(context.Background(), "ROLLBACK") }

type stmt struct {
	c       *conn
	query   string
	columns []string
}

func (s *stmt) Close() error  { return s.c.roundTrip(context.Background(), "CLOSE") }
func (s *stmt) NumInput() int { return strings.Count(s.query, "?") }

func (s *stmt) Exec(args []driver.Value) (driver.Result, error) {
	return s.c.ExecContext(context.Background(), s.query, named(args))
}

func (s *stmt) Query(args []driver.Value) (driver.Rows, error) {
	return s.c.QueryContext(context.Background(), s.query, named(args))
}

func named(args []driver.Value) []driver.NamedValue {
	values := make([]driver.NamedValue, len(args))
	for i, a := range args {
		values[i] = driver.NamedValue{Ordinal: i + 1, Value: a}
	}
	return values
}

type rows struct {
	c    *conn
	done bool
}

func (r *rows) Columns() []string { return []string{"id", "name"} }

func (r *rows) Next(dest []driver.Value) error {
	if r.done {
		return io.EOF
	}
	line, err := r.c.readLine()
	if err != nil {
		return err
	}
	if line == "END" {
		r.done = true
		return io.EOF
	}
	id, name, _ := strings.Cut(line, "\t")
	dest[0], dest[1] = id, name
	return nil
}

// Close reads what is left, as the protocol demands before the next command.
func (r *rows) Close() error {
	for dest := make([]driver.Value, 2); !r.done; {
		if err := r.Next(dest); err != nil && !r.done {
			return err
		}
	}
	return nil
}
