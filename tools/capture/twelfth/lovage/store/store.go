// Package store has the latest documents.
package store

import (
	"context"
	"fmt"

	"jobs.example/lovage/agent"
)

// Store is a ring of documents.
type Store struct{ documents [][]byte }

// New has room for n.
func New(n int) *Store { return &Store{documents: make([][]byte, n)} }

// Read reads a document.
func (s *Store) Read(ctx context.Context, n int) int {
	defer agent.FromContext(ctx).Segment("read")()
	return len(s.documents[n%len(s.documents)])
}

// Write writes a document.
func (s *Store) Write(ctx context.Context, n int) {
	defer agent.FromContext(ctx).Segment("write")()
	s.documents[n%len(s.documents)] = fmt.Appendf(make([]byte, 0, 1500), "document %d", n)
}
