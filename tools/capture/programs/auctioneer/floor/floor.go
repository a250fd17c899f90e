// Package floor is the room of an auction.
package floor

import (
	"log"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const patience = 30 * time.Second

var upgrader = websocket.Upgrader{ReadBufferSize: 1024, WriteBufferSize: 1024}

type bidder struct {
	conn *websocket.Conn
	out  chan string
}

// Floor knows the bidders in the room.
type Floor struct {
	mu      sync.Mutex
	bidders map[*bidder]bool
}

// New is an empty room.
func New() *Floor { return &Floor{bidders: map[*bidder]bool{}} }

// Call tells every bidder.
func (f *Floor) Call(lot string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for b := range f.bidders {
		select {
		case b.out <- lot:
		default:
		}
	}
}

// ServeHTTP lets a bidder in.
func (f *Floor) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		log.Print(err)
		return
	}
	b := &bidder{conn: conn, out: make(chan string, 8)}
	f.mu.Lock()
	f.bidders[b] = true
	f.mu.Unlock()
	go b.writePump()
	go f.readPump(b)
}

func (f *Floor) readPump(b *bidder) {
	defer f.leave(b)
	for {
		if err := b.conn.SetReadDeadline(time.Now().Add(2 * patience)); err != nil {
			return
		}
		if _, _, err := b.conn.ReadMessage(); err != nil {
			return
		}
	}
}

func (f *Floor) leave(b *bidder) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.bidders, b)
	close(b.out)
}

func (b *bidder) writePump() {
	defer b.conn.Close()
	ping := time.NewTicker(patience)
	defer ping.Stop()
	for {
		select {
		case lot, open := <-b.out:
			if !open || b.conn.WriteMessage(websocket.TextMessage, []byte(lot)) != nil {
				return
			}
		case <-ping.C:
			if b.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(time.Second)) != nil {
				return
			}
		}
	}
}
