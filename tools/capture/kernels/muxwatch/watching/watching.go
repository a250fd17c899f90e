// Package watching tells many watchers of one stream of events.
package watching

import (
	"sync"
	"time"
)

// Mux has watchers.
type Mux struct {
	mu       sync.Mutex
	watchers map[int]*watcher
	incoming chan int
}

type watcher struct {
	id     int
	result chan int
	mux    *Mux
}

// Stop takes the watcher out.
func (w *watcher) Stop() {
	w.mux.drop(w.id)
}

func (m *Mux) drop(id int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if w, ok := m.watchers[id]; ok {
		delete(m.watchers, id)
		close(w.result)
	}
}

func (m *Mux) watch() *watcher {
	m.mu.Lock()
	defer m.mu.Unlock()
	w := &watcher{id: len(m.watchers), result: make(chan int), mux: m}
	m.watchers[w.id] = w
	return w
}

func (m *Mux) loop() {
	for e := range m.incoming {
		m.distribute(e)
	}
}

func (m *Mux) distribute(e int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, w := range m.watchers {
		w.result <- e
	}
}

// Run has one watcher that stops after three events.
func Run(int) {
	m := &Mux{watchers: map[int]*watcher{}, incoming: make(chan int)}
	go m.loop()
	w := m.watch()
	go func() {
		for i := 0; i < 10; i++ {
			m.incoming <- i
		}
	}()
	for i := 0; i < 3; i++ {
		<-w.result
	}
	time.Sleep(10 * time.Millisecond)
	w.Stop()
}
