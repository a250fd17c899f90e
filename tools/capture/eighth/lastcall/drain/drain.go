// Package drain lets guests finish.
package drain

import (
	"context"
	"log"
	"net/http"
	"sync"
	"time"
)

// Door counts who is inside.
type Door struct{ inside sync.WaitGroup }

// New is open.
func New() *Door { return &Door{} }

// Watch counts the requests of a handler.
func (d *Door) Watch(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		d.inside.Add(1)
		defer d.inside.Done()
		next.ServeHTTP(w, r)
	})
}

// Close ends the server after a while and waits for its guests.
func (d *Door) Close(ctx context.Context, server *http.Server, after time.Duration) {
	time.Sleep(after)
	log.Print("last call")
	if err := server.Shutdown(ctx); err != nil {
		log.Print(err)
	}
	d.inside.Wait()
	log.Print("closed")
}
