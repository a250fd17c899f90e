package segment

import "sync"

// Shelf has segments, each renewed now and then.
type Shelf struct {
	mu       sync.RWMutex
	segments []*segment
}

// NewShelf makes n segments.
func NewShelf(n int) (*Shelf, error) {
	s := &Shelf{}
	for i := 0; i < n; i++ {
		made, err := create(i)
		if err != nil {
			return nil, err
		}
		s.segments = append(s.segments, made)
	}
	return s, nil
}

// Renew puts a new segment in the place of an old one, which it keeps for tiles that the new one has not got.
func (s *Shelf) Renew(n int) error {
	made, err := create(n)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	place := n % len(s.segments)
	made.tail = s.segments[place]
	s.segments[place] = made
	return nil
}

// Tile returns the first byte of a tile.
func (s *Shelf) Tile(place, n int) byte {
	s.mu.RLock()
	defer s.mu.RUnlock()
	at := s.segments[place]
	for at.tail != nil && at.tile(n) == 0 {
		at = at.tail
	}
	return at.tile(n)
}
