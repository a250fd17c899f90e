// Package blocks reads blocks.
package blocks

import (
	"bytes"
	"log"
	"net/http"
	"time"

	"code.treasury.example/store/grandvault/lru"
)

// Door answers requests for blocks.
type Door struct{ cache *lru.Cache }

// NewDoor looks into cache first.
func NewDoor(cache *lru.Cache) *Door { return &Door{cache: cache} }

func read(path string) []byte {
	time.Sleep(4 * time.Millisecond)
	return bytes.Repeat([]byte(path), (16<<10)/len(path))
}

// ServeHTTP writes the block at the path.
func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	block, held := d.cache.Get(r.URL.Path)
	if !held {
		block = read(r.URL.Path)
		d.cache.Add(r.URL.Path, block)
	}
	if _, err := w.Write(block[:512]); err != nil {
		log.Print(err)
	}
}
