// Package gate is what stands before the pages.
package gate

import (
	"log"
	"net/http"
	"sync/atomic"
)

// Layer puts something before a handler.
type Layer func(next http.Handler) http.Handler

// Stack puts layers before a handler, the first one foremost.
func Stack(handler http.Handler, layers ...Layer) http.Handler {
	for i := len(layers) - 1; i >= 0; i-- {
		handler = layers[i](handler)
	}
	return handler
}

var requests int64

// Counted counts requests.
func Counted() Layer {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			atomic.AddInt64(&requests, 1)
			next.ServeHTTP(w, r)
		})
	}
}

// Recovered answers for a handler that panicked.
func Recovered() Layer {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			defer func() {
				if fault := recover(); fault != nil {
					log.Print(fault)
					w.WriteHeader(http.StatusInternalServerError)
				}
			}()
			next.ServeHTTP(w, r)
		})
	}
}
