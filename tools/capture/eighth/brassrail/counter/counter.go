// Package counter answers with quotes, most of them kept.
package counter

import (
	"fmt"
	"log"
	"net/http"
	"sync/atomic"

	"go.slateworks.example/frame/bounded"

	"go.brassrail.example/quotes/brassrail/hedge"
)

// Sheet is a page of quotes.
type Sheet struct {
	Name  string
	Lines []byte
}

// Counter has sheets in a cache that is full from the start.
type Counter struct {
	sheets *bounded.Cache[string, *Sheet]
	asker  *hedge.Asker
	number int64
}

// New fills the cache.
func New(bound int, asker *hedge.Asker) *Counter {
	c := &Counter{sheets: bounded.New[string, *Sheet](bound), asker: asker}
	for i := 0; i < bound; i++ {
		c.sheets.Put(fmt.Sprint("sheet ", i), newSheet(i))
	}
	c.number = int64(bound)
	return c
}

func newSheet(number int) *Sheet {
	return &Sheet{Name: fmt.Sprint("sheet ", number), Lines: make([]byte, 8<<10)}
}

// ServeHTTP adds a sheet, which drives out the oldest one.
func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	number := int(atomic.AddInt64(&c.number, 1))
	s := newSheet(number)
	c.sheets.Put(s.Name, s)
	if _, err := fmt.Fprintf(w, "%s: %s\n", r.URL.Path, s.Name); err != nil {
		log.Print(err)
	}
}

// Refresh asks for the base rate.
func (c *Counter) Refresh(turn int) {
	rate, err := c.asker.Ask(turn)
	if err != nil {
		log.Printf("turn %d: %v", turn, err)
		return
	}
	c.sheets.Put("base", &Sheet{Name: "base", Lines: []byte(rate)})
}
