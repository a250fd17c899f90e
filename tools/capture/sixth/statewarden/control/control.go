// Package control declares things, in a process of its own.
package control

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"time"
)

// Thing is one declared thing.
type Thing struct {
	Name    string
	Version int64
	Labels  map[string]string
}

// Handler streams the things of a kind and then their changes, for a minute or two.
func Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rng := rand.New(rand.NewSource(time.Now().UnixNano()))
		out, flush := json.NewEncoder(w), w.(http.Flusher).Flush
		for i := 0; i < 60; i++ {
			if out.Encode(thing(r.URL.Path, i)) != nil {
				return
			}
		}
		flush()
		end := time.After(time.Duration(75+rng.Intn(75)) * time.Second)
		for {
			select {
			case <-time.After(time.Duration(40+rng.Intn(50)) * time.Second):
				if out.Encode(thing(r.URL.Path, rng.Intn(60))) != nil {
					return
				}
				flush()
			case <-end:
				return
			case <-r.Context().Done():
				return
			}
		}
	})
}

func thing(kind string, i int) Thing {
	return Thing{
		Name:    fmt.Sprintf("%s/thing-%d", kind, i),
		Version: time.Now().UnixNano(),
		Labels:  map[string]string{"zone": fmt.Sprint("z", i%3), "owner": fmt.Sprint("team-", i%7)},
	}
}
