// Package screen knows the screens.
package screen

import (
	"log"
	"net/http"
	"sync/atomic"

	"github.com/gorilla/websocket"
)

var upgrader = websocket.Upgrader{ReadBufferSize: 2048, WriteBufferSize: 2048}

// Wall is all screens.
type Wall struct{ messages int64 }

// Screen is one of them.
type Screen struct {
	wall *Wall
	conn *websocket.Conn
}

// ServeHTTP takes a screen in.
func (w *Wall) ServeHTTP(out http.ResponseWriter, r *http.Request) {
	conn, err := upgrader.Upgrade(out, r, nil)
	if err != nil {
		log.Print(err)
		return
	}
	s := &Screen{wall: w, conn: conn}
	go s.read()
}

func (s *Screen) read() {
	defer s.conn.Close()
	for {
		if _, _, err := s.conn.ReadMessage(); err != nil {
			return
		}
		atomic.AddInt64(&s.wall.messages, 1)
	}
}
