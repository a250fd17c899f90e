// Package front has visitors, each with a session.
package front

import (
	"crypto/sha256"
	"fmt"

	"go.poplar.example/tools/poplar/sessions"
)

// Front lets visitors in.
type Front struct{ store *sessions.Store }

// New keeps sessions in a store.
func New(store *sessions.Store) *Front { return &Front{store: store} }

// Visit is one short session.
func (f *Front) Visit(desk string, n int) {
	id := number(desk, n)
	f.store.Set(id, []sessions.Tool{{Name: "read"}, {Name: "write"}})
	if f.store.Get(id) == nil {
		return
	}
	f.store.Drop(id)
}

func number(desk string, n int) string {
	sum := sha256.Sum256([]byte(fmt.Sprint(desk, n)))
	return fmt.Sprintf("%s/%x/%x/%s", desk, sum, sum[:24], "mcp-session-of-a-visitor-that-came-by-the-front-door")
}
