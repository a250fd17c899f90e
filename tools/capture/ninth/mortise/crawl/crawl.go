// Package crawl visits all pages of a site at once, as far as there are places.
package crawl

import (
	"context"
	"errors"
	"sync"

	"go.northlight.example/works/larder"

	"go.mortise.example/crawl/mortise/web"
)

// Outcome is how a visit went.
type Outcome struct{ Pages, Missing int }

// Crawler has places.
type Crawler struct {
	web    *web.Web
	seen   *larder.Larder[string, []byte]
	places chan struct{}
}

// New has n places and keeps pages in seen.
func New(w *web.Web, seen *larder.Larder[string, []byte], n int) *Crawler {
	return &Crawler{web: w, seen: seen, places: make(chan struct{}, n)}
}

// Site visits all pages of a site.
func (c *Crawler) Site(ctx context.Context, site int) Outcome {
	var (
		all     sync.WaitGroup
		mu      sync.Mutex
		outcome Outcome
	)
	for _, page := range c.web.Pages(site) {
		all.Add(1)
		go func(page string) {
			defer all.Done()
			err := c.page(ctx, page)
			mu.Lock()
			defer mu.Unlock()
			outcome.Pages++
			if errors.Is(err, web.ErrMissing) {
				outcome.Missing++
			}
		}(page)
	}
	all.Wait()
	return outcome
}

func (c *Crawler) page(ctx context.Context, page string) error {
	c.enter()
	defer c.leave()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	text, err := c.web.Get(page)
	if err != nil {
		return err
	}
	c.seen.Put(page, text)
	return nil
}

func (c *Crawler) enter() { c.places <- struct{}{} }

func (c *Crawler) leave() { <-c.places }
