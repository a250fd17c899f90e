// Package session speaks to the cluster.
package session

import (
	"context"
	"fmt"
	"strings"
)

type stamp struct{}

// Session is open as long as its context.
type Session struct {
	ctx context.Context
	seq int64
}

// Query is a statement with its values.
type Query struct {
	ctx    context.Context
	Stop   context.CancelFunc
	values []any
	text   string
}

// Open opens a session.
func Open(ctx context.Context) *Session {
	ctx, _ = context.WithCancel(ctx) //nolint:govet // ends with the service
	return &Session{ctx: ctx}
}

// Query prepares a statement that can be stopped.
func (s *Session) Query(text string, values ...any) *Query {
	ctx, stop := context.WithCancel(s.ctx)
	q := &Query{ctx: ctx, Stop: stop, values: values, text: text}
	return q.bind()
}

func (q *Query) bind() *Query {
	q.ctx = context.WithValue(q.ctx, stamp{}, fmt.Sprint(q.values...))
	return q
}

// Iterate returns what the rows have.
func (q *Query) Iterate() ([]string, error) {
	if err := q.ctx.Err(); err != nil {
		return nil, err
	}
	return strings.Fields(q.text), nil
}
