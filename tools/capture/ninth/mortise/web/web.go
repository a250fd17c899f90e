// Package web has pages that take a while.
package web

import (
	"errors"
	"fmt"
	"math/rand"
	"strings"
	"time"
)

// ErrMissing is for a page that is not there.
var ErrMissing = errors.New("missing")

// Web has sites of n pages.
type Web struct{ n int }

// New has sites.
func New(n int) *Web { return &Web{n: n} }

// Pages are the names of a site's pages.
func (w *Web) Pages(site int) []string {
	pages := make([]string, w.n)
	for i := range pages {
		pages[i] = fmt.Sprintf("site-%d/page-%d", site, i)
	}
	return pages
}

// Get takes about a third of a second.
func (w *Web) Get(page string) ([]byte, error) {
	time.Sleep(250*time.Millisecond + time.Duration(rand.Intn(220))*time.Millisecond)
	if strings.HasSuffix(page, "13") {
		return nil, ErrMissing
	}
	return []byte(strings.Repeat(page+" ", 120)), nil
}
