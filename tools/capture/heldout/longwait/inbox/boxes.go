// Package inbox has letters for clients.
package inbox

import (
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Boxes has who waits for which box.
type Boxes struct {
	mu      sync.Mutex
	waiting map[int]chan int
}

// NewBoxes has nobody waiting.
func NewBoxes() *Boxes { return &Boxes{waiting: map[int]chan int{}} }

// Deliver hands a letter to who waits for it.
func (b *Boxes) Deliver(box, letter int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if slot, ok := b.waiting[box]; ok {
		slot <- letter
		delete(b.waiting, box)
	}
}

// Poll answers with a letter, or with nothing after 25 seconds.
func (b *Boxes) Poll(w http.ResponseWriter, r *http.Request) {
	box, err := strconv.Atoi(r.URL.Query().Get("box"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	slot := make(chan int, 1)
	b.mu.Lock()
	b.waiting[box] = slot
	b.mu.Unlock()
	limit := time.NewTimer(25 * time.Second)
	defer limit.Stop()
	select {
	case letter := <-slot:
		fmt.Fprintln(w, letter)
	case <-limit.C:
		w.WriteHeader(http.StatusNoContent)
	case <-r.Context().Done():
	}
}
