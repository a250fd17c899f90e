// Package players is those who play, in a process of their own.
package players

import (
	"math/rand"
	"net"
	"strings"
	"time"

	"github.com/gorilla/websocket"
)

const most = 330

// Serve sends players to the lobby at target and never returns.
func Serve(_ net.Listener, target string) {
	address := "ws" + strings.TrimPrefix(target, "http")
	for i := 0; i < most; i++ {
		time.Sleep(115 * time.Millisecond)
		go play(address, int64(i))
	}
	select {}
}

func play(address string, seed int64) {
	rng := rand.New(rand.NewSource(seed))
	for {
		stay(address, time.Duration(60+rng.Intn(120))*time.Second, rng)
		time.Sleep(time.Duration(500+rng.Intn(2000)) * time.Millisecond)
	}
}

func stay(address string, span time.Duration, rng *rand.Rand) {
	conn, _, err := websocket.DefaultDialer.Dial(address, nil)
	if err != nil {
		return
	}
	defer conn.Close()
	go listen(conn)
	for end := time.Now().Add(span); time.Now().Before(end); {
		time.Sleep(time.Duration(5+rng.Intn(20)) * time.Second)
		if conn.WriteMessage(websocket.TextMessage, []byte(`{"ready": true}`)) != nil {
			return
		}
	}
}

func listen(conn *websocket.Conn) {
	for {
		if _, _, err := conn.ReadMessage(); err != nil {
			return
		}
	}
}
