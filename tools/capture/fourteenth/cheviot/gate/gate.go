// Package gate is where questions come in.
package gate

import (
	"context"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"time"

	"go.drapery.example/loom/start"

	"git.badgehouse.example/auth/cheviot/tenant"
)

// For answers for a house of tenants.
func For(house []*tenant.Tenant) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{tenant}/{user}/{act}", func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscan(r.PathValue("tenant"), &n); err != nil || n < 0 {
			http.NotFound(w, r)
			return
		}
		yes, seal := house[n%len(house)].Allowed(r.PathValue("user"), r.PathValue("act"))
		fmt.Fprintln(w, yes, hex.EncodeToString(seal))
	})
	mux.HandleFunc("PUT /{tenant}/{user}/{act}", func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscan(r.PathValue("tenant"), &n); err != nil || n < 0 {
			http.NotFound(w, r)
			return
		}
		house[n%len(house)].Grant(r.PathValue("user"), r.PathValue("act"))
	})
	return mux
}

// Crowd asks perSecond questions; one in twenty is a grant.
func Crowd(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{MaxIdleConnsPerHost: 20}}
	start.Beat(ctx, perSecond, func(n int) {
		method := http.MethodGet
		if n%20 == 3 {
			method = http.MethodPut
		}
		go ask(client, method, fmt.Sprintf("%s/%d/user-%d/act-%d", base, n*7%60, n%200, n%200%9))
	})
}

func ask(client *http.Client, method, url string) {
	question, err := http.NewRequest(method, url, nil)
	if err != nil {
		return
	}
	answer, err := client.Do(question)
	if err != nil {
		return
	}
	defer answer.Body.Close()
	_, _ = io.Copy(io.Discard, answer.Body)
}
