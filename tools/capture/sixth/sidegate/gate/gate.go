// Package gate is the way in.
package gate

import (
	"log"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
	"time"
)

type gate struct {
	*httputil.ReverseProxy
	allowed func(*http.Request) bool
}

// To leads to the rooms at address.
func To(address string) http.Handler {
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "http", Host: address})
	proxy.Transport = &http.Transport{MaxIdleConnsPerHost: 20, IdleConnTimeout: 30 * time.Second}
	proxy.ErrorHandler = func(w http.ResponseWriter, r *http.Request, err error) {
		log.Print(err)
		w.WriteHeader(http.StatusBadGateway)
	}
	return &gate{ReverseProxy: proxy, allowed: invited}
}

func invited(r *http.Request) bool { return strings.HasPrefix(r.Header.Get("Authorization"), "Guest ") }

// ServeHTTP lets an invited guest in.
func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !g.allowed(r) {
		http.Error(w, "not invited", http.StatusForbidden)
		return
	}
	g.ReverseProxy.ServeHTTP(w, r)
}
