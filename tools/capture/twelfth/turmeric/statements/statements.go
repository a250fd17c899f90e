// Package statements keeps prepared statements, the latest ones.
package statements

import (
	"container/list"
	"context"
	"database/sql"
	"sync"
)

type prepared struct {
	query     string
	statement *sql.Stmt
	users     int
	dropped   bool
}

// Cache has up to a number of statements.
type Cache struct {
	db    *sql.DB
	limit int
	mu    sync.Mutex
	order *list.List
	of    map[string]*list.Element
}

// New prepares on a database.
func New(db *sql.DB, limit int) *Cache {
	return &Cache{db: db, limit: limit, order: list.New(), of: make(map[string]*list.Element)}
}

// Query runs a query by its statement and hands its rows to read.
func (c *Cache) Query(ctx context.Context, query string, read func(*sql.Rows) error) error {
	p, err := c.take(ctx, query)
	if err != nil {
		return err
	}
	defer c.release(p)
	rows, err := p.statement.QueryContext(ctx)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := read(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (c *Cache) take(ctx context.Context, query string) (*prepared, error) {
	c.mu.Lock()
	if e, ok := c.of[query]; ok {
		defer c.mu.Unlock()
		c.order.MoveToFront(e)
		p := e.Value.(*prepared)
		p.users++
		return p, nil
	}
	c.mu.Unlock()
	statement, err := c.db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	p := &prepared{query: query, statement: statement, users: 1}
	c.keep(p)
	return p, nil
}

func (c *Cache) keep(p *prepared) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.of[p.query]; ok {
		p.dropped = true
		return
	}
	c.of[p.query] = c.order.PushFront(p)
	if c.order.Len() > c.limit {
		last := c.order.Remove(c.order.Back()).(*prepared)
		delete(c.of, last.query)
		last.dropped = true
		if last.users == 0 {
			go last.statement.Close()
		}
	}
}

func (c *Cache) release(p *prepared) {
	c.mu.Lock()
	p.users--
	last := p.dropped && p.users == 0
	c.mu.Unlock()
	if last {
		_ = p.statement.Close()
	}
}
