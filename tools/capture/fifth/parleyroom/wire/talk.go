package wire

import (
	"errors"
	"fmt"
	"log"
	"time"
)

// Talk holds one conversation of a few seconds.
func Talk(address string, n int) {
	s, err := Open(address)
	if errors.Is(err, errVersion) {
		return
	}
	if err != nil {
		log.Print(err)
		return
	}
	defer s.Close()
	for point := 0; point < 4; point++ {
		if _, err := s.Next(); err != nil {
			log.Print(err)
			return
		}
		if err := s.Say(fmt.Sprintf("point %d of %d", point, n)); err != nil {
			log.Print(err)
			return
		}
		time.Sleep(600 * time.Millisecond)
	}
}
