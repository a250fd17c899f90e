// Package stand is from where games are seen.
package stand

import (
	"io"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
)

type move struct {
	Number int    `json:"number"`
	Who    string `json:"who"`
}

// Stand has its viewers.
type Stand struct {
	mu      sync.Mutex
	viewers map[chan move]bool
	dropped int
}

// New has none.
func New() *Stand { return &Stand{viewers: make(map[chan move]bool)} }

// Handler answers who wants to see.
func (s *Stand) Handler() http.Handler {
	router := gin.New()
	router.Use(gin.Recovery())
	router.GET("/games/live", s.live)
	return router
}

func (s *Stand) live(c *gin.Context) {
	moves := s.enter()
	defer s.leave(moves)
	c.Stream(func(io.Writer) bool {
		select {
		case next := <-moves:
			c.SSEvent("move", next)
			return true
		case <-c.Request.Context().Done():
			return false
		}
	})
}

func (s *Stand) enter() chan move {
	moves := make(chan move, 16)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.viewers[moves] = true
	return moves
}

func (s *Stand) leave(moves chan move) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.viewers, moves)
}

// Play is move n.
func (s *Stand) Play(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for viewer := range s.viewers {
		select {
		case viewer <- move{Number: n, Who: "white"}:
		default:
			s.dropped++
		}
	}
}
