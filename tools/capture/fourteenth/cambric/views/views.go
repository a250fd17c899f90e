// Package views makes pictures small.
package views

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"net/http"
	"time"

	"go.drapery.example/loom/start"

	"git.thumbnail.example/img/cambric/drawer"
)

type view struct{ pixels []byte }

type desk struct{ views *drawer.Drawer[string, *view] }

// New keeps most bytes of views.
func New(most int) http.Handler {
	return &desk{drawer.New[string](most, func(v *view) int { return len(v.pixels) })}
}

func (d *desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	v, ok := d.views.Get(r.URL.Path)
	if !ok {
		v = shrink(r.URL.Path)
		d.views.Put(r.URL.Path, v)
	}
	_, _ = w.Write(v.pixels)
}

func shrink(path string) *view {
	sum := fnv.New32a()
	_, _ = sum.Write([]byte(path))
	seed := sum.Sum32()
	v := &view{make([]byte, 3000+seed%11000)}
	for i := range v.pixels {
		v.pixels[i] = byte(seed >> (i % 24))
	}
	return v
}

// Visitors look at perSecond pictures; most have not been looked at before.
func Visitors(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 5 * time.Second}
	start.Beat(ctx, perSecond, func(n int) {
		path := fmt.Sprintf("/picture/%d", n)
		if n%4 == 0 {
			path = fmt.Sprintf("/popular/%d", n*7%300)
		}
		answer, err := client.Get(base + path)
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	})
}
