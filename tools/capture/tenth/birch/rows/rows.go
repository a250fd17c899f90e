// Package rows reads rows by their key.
package rows

import (
	"log"

	"go.birch.example/wide/birch/session"
)

// Reader reads.
type Reader struct{ session *session.Session }

// NewReader reads by a session.
func NewReader(s *session.Session) *Reader { return &Reader{session: s} }

// Turn reads some rows.
func (r *Reader) Turn(n int) {
	if err := r.read(n); err != nil {
		log.Print(err)
	}
}

func (r *Reader) read(n int) error {
	q := r.session.Query("SELECT value FROM wide WHERE key = ?", n%5000)
	_, err := q.Iterate()
	return err
}
