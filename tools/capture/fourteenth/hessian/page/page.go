// Package page draws pages and keeps what it drew.
package page

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"go.drapery.example/loom/start"
	"go.drapery.example/loom/stock"

	"git.frontpage.example/web/hessian/larder"
)

// Drawn is a page.
type Drawn struct {
	body  []byte
	until time.Time
}

// Size is how many bytes it has.
func (d *Drawn) Size() int { return len(d.body) }

type press struct {
	pages *larder.Larder[string, *Drawn]
}

// New draws pages and keeps most bytes of them.
func New(most int) http.Handler { return &press{larder.New[string, *Drawn](most)} }

func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	page, ok := p.pages.Get(r.URL.Path)
	if !ok || time.Now().After(page.until) {
		page = p.draw(r.URL.Path)
		p.pages.Put(r.URL.Path, page)
	}
	_, _ = w.Write(page.body)
}

func (p *press) draw(path string) *Drawn {
	var out bytes.Buffer
	out.Grow(9 << 10)
	fmt.Fprintf(&out, "<h1>%s</h1>%s", path, stock.Text(8<<10, len(path)))
	return &Drawn{out.Bytes(), time.Now().Add(400 * time.Millisecond)}
}

// Readers read perSecond pages: the same forty again and again, and others once or twice.
func Readers(ctx context.Context, base string, perSecond float64) {
	client := &http.Client{Timeout: 5 * time.Second}
	start.Beat(ctx, perSecond, func(n int) {
		path := fmt.Sprintf("/front/%d", n%40)
		if n%3 == 0 {
			path = fmt.Sprintf("/archive/%d/%d", n/5000, n*31%5003)
		}
		answer, err := client.Get(base + path)
		if err != nil {
			return
		}
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
	})
}
