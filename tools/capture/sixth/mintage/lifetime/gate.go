// Package lifetime ends requests when the house closes, whatever their callers want.
package lifetime

import (
	"context"
	"net/http"
)

// Gate is open until its context ends.
type Gate struct{ Open context.Context }

// Around lets requests through while the gate is open.
func (g Gate) Around(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithCancel(r.Context())
		defer cancel()
		go g.shut(cancel)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func (g Gate) shut(cancel context.CancelFunc) {
	<-g.Open.Done()
	cancel()
}
