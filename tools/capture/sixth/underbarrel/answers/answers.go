// Package answers finds answers, or has them.
package answers

import (
	"fmt"
	"hash/fnv"
	"log"
	"math/rand"
	"net/http"

	"git.cooperage.example/cache/underbarrel/casks"
)

// Store keeps bytes.
type Store interface {
	Put(key uint64, text []byte) error
	Get(key uint64) []byte
}

var _ Store = (*casks.Casks)(nil)

// Desk answers.
type Desk struct {
	kept Store
	rng  *rand.Rand
}

// NewDesk keeps in s.
func NewDesk(s Store) *Desk { return &Desk{kept: s, rng: rand.New(rand.NewSource(3))} }

// Path is what a caller asks.
func Path(caller, turn int) string { return fmt.Sprintf("/%d", (turn*31+caller)%9000) }

func key(path string) uint64 {
	h := fnv.New64a()
	fmt.Fprint(h, path)
	return h.Sum64()
}

// Look serves a request.
func (d *Desk) Look(w http.ResponseWriter, r *http.Request) {
	k := key(r.URL.Path)
	text := d.kept.Get(k)
	if text == nil {
		text = find(k, 900)
		if err := d.kept.Put(k, text); err != nil {
			log.Print(err)
		}
	}
	if _, err := w.Write(text); err != nil {
		log.Print(err)
	}
}

// Prepare finds answers that will be asked for.
func (d *Desk) Prepare(n int) {
	for i := 0; i < 10; i++ {
		k := key(fmt.Sprint("/ahead/", n*10+i))
		if err := d.kept.Put(k, find(k, 3000+d.rng.Intn(6000))); err != nil {
			log.Print(err)
		}
	}
}

func find(k uint64, size int) []byte {
	text := make([]byte, size)
	for i := range text {
		text[i] = byte(k >> (i % 57))
	}
	return text
}
