// Package rows sells seats over websockets.
package rows

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"time"

	"github.com/gorilla/websocket"

	"hub.tessera.example/base/cadence"
	"hub.tessera.example/base/residents"
)

var upgrader = websocket.Upgrader{}

// Start opens the window.
func Start(ctx context.Context) error {
	server := httptest.NewServer(http.HandlerFunc(serve))
	address := strings.Replace(server.URL, "http", "ws", 1)
	residents.Settle(ctx, 60)
	cadence.Spread(ctx, 3, func(int) { buy(address) })
	return nil
}

func serve(w http.ResponseWriter, r *http.Request) {
	c, err := upgrader.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer c.Close()
	out := make(chan []byte, 4)
	go write(c, out)
	for {
		_, text, err := c.ReadMessage()
		if err != nil {
			return
		}
		out <- text
	}
}

func write(c *websocket.Conn, out <-chan []byte) {
	for text := range out {
		if err := c.WriteMessage(websocket.TextMessage, text); err != nil {
			return
		}
	}
}

// buy is one customer.
func buy(address string) {
	c, _, err := websocket.DefaultDialer.Dial(address, nil)
	if err != nil {
		return
	}
	defer c.Close()
	for i := 0; i < 3; i++ {
		_ = c.WriteMessage(websocket.TextMessage, []byte("seat"))
		_, _, _ = c.ReadMessage()
		time.Sleep(300 * time.Millisecond)
	}
}
